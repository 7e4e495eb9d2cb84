"""A short invented crisis, to test views that look words up in texts; read once by the parser."""

TEXT = """GENEVRA, 11 May — The Littoral Council will hold an emergency session on Thursday on the shelling of the \
village of Tarn, its secretary general Mila Ostrander said on Wednesday.

“The Council could send observers to the border, should both governments agree,” Ostrander told reporters. Arvonia’s \
foreign minister Pell Hodge accepted the offer the same day. Borland rejected it, and its deputy minister Ruza Kint \
said that “no foreign monitors are needed”.

Hodge accused Borland’s army of killing six farmers at Tarn on Monday and of burning their homes. Borland’s defence \
ministry denied that its soldiers had fired on civilians.

Hodge called for an independent investigation into the killings. The prosecutor’s office in Arvonia has opened a \
criminal inquiry into the shelling of Tarn.

The Union of Inner States threatened Borland with an asset freeze and travel bans. Its envoy Karl Dent has mediated \
between Arvonia and Borland since March. A summit planned for June has been cancelled, Borland said.

Dent met Hodge in Sellen on Tuesday and spoke by phone with Kint.
"""
PUBLISHED = "2031-05-14"
