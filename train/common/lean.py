"""The encoder as it is shipped: one unpadded window at a time, no mask, one product for query, key and value."""

import math

import torch
from torch import nn
from torch.nn import functional


class LeanEncoder(nn.Module):
    """Word vectors [L, H] -> hidden states [L, H]; the same numbers as the padded, masked BERT it is made from."""

    def __init__(self, bert):
        super().__init__()
        embeddings = bert.embeddings
        self.heads, self.norm, self.layers = (
            bert.config.num_attention_heads,
            embeddings.LayerNorm,
            bert.encoder.layer,
        )
        self.places = nn.Parameter(embeddings.position_embeddings.weight + embeddings.token_type_embeddings.weight[0])
        self.qkv = nn.ModuleList(self.joint(layer.attention.self) for layer in self.layers)

    def joint(self, attention):
        """Query (already scaled), key and value as one layer."""
        size = attention.query.in_features
        scale = 1 / math.sqrt(size / self.heads)
        layer = nn.Linear(size, 3 * size)
        layer.weight.data = torch.cat([attention.query.weight * scale, attention.key.weight, attention.value.weight])
        layer.bias.data = torch.cat([attention.query.bias * scale, attention.key.bias, attention.value.bias])
        return layer

    def forward(self, words):
        """Hidden states of one window."""
        length, size = words.shape
        hidden = self.norm(words + self.places[:length])
        for layer, qkv in zip(self.layers, self.qkv, strict=True):
            parts = qkv(hidden).view(length, 3, self.heads, size // self.heads)
            query, key, value = (
                parts[:, 0].transpose(0, 1),
                parts[:, 1].permute(1, 2, 0),
                parts[:, 2].transpose(0, 1),
            )
            mixed = (torch.softmax(query @ key, -1) @ value).transpose(0, 1).reshape(length, size)
            hidden = layer.attention.output.LayerNorm(layer.attention.output.dense(mixed) + hidden)
            inner = functional.gelu(layer.intermediate.dense(hidden))
            hidden = layer.output.LayerNorm(layer.output.dense(inner) + hidden)
        return hidden
