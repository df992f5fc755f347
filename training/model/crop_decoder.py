"""SAM's frozen decoder on crops of the frame, as if the rest of the photo were not there."""

import torch
from torch import Tensor

from .prompt import Prompt
from .prompt_encoder import PromptEncoder
from .sam import Answer, Sam


def answer_crops(sam: Sam, *, embedding: Tensor, corners: Tensor, prompt: Prompt) -> Answer:
    """embedding [B, 256, h, w] of crops whose top left corners lie at `corners` [B, 2] (x, y) in
    pixels of the frame; `prompt`, in pixels of the frame too, has equally many rows a crop, crop by
    crop. masks are [B * rows, 4, 4 * h, 4 * w]."""
    rows = prompt.labels.shape[0] // embedding.shape[0]
    positions = crop_positions(sam.prompt_encoder, corners=corners, cells=embedding.shape[2:])
    sparse, dense = sam.prompt_encoder(prompt)
    decoded = sam.mask_decoder.decode(
        embedding=embedding.repeat_interleave(rows, dim=0),
        positions=positions.repeat_interleave(rows, dim=0),
        sparse=sparse,
        dense=dense,
    )
    masks, scores = sam.mask_decoder.masks(decoded), sam.mask_decoder.scores(decoded)
    return Answer(masks=masks, scores=scores, decoded=decoded)


def crop_positions(prompts: PromptEncoder, *, corners: Tensor, cells: torch.Size) -> Tensor:
    """[B, 256, h, w], the positional encoding of the crops' cells in the frame."""
    stride = prompts.image_size / prompts.grid
    y, x = torch.meshgrid(
        *(stride * (torch.arange(count, device=corners.device) + 0.5) for count in cells),
        indexing="ij",
    )
    places = (torch.stack([x, y], dim=-1) + corners[:, None, None]) / prompts.image_size
    return prompts.pe_layer(places).permute(0, 3, 1, 2)
