"""Real modules, small: an image of 128x128 gives an embedding of 8x8."""

import torch
from torch import Tensor

from model.adapter import Adapter
from model.features import ImageFeatures
from model.head import RobustAnswer
from model.light_head import LightHead, LightSize
from model.mask_decoder import MaskDecoder
from model.paper_head import PaperHead
from model.parts import ALL_PARTS, Parts
from model.prompt import Prompt
from model.prompt_encoder import PromptEncoder
from model.robust_sam import RobustSam
from model.sam import Sam
from model.tiny_vit import TinyVit, TinyVitSize

GRID = 8
SIZE = TinyVitSize(widths=(32, 32, 64), depths=(1, 1, 1), windows=(0, 7, 4), strides=(2, 2))


def small_sam() -> Sam:
    torch.manual_seed(1)
    sam = Sam(
        image_encoder=TinyVit(size=SIZE),
        prompt_encoder=PromptEncoder(grid=GRID, image_size=16 * GRID),
        mask_decoder=MaskDecoder(hidden=64),
    )
    return sam.eval().requires_grad_(False)


def paper() -> RobustSam:
    sam = small_sam()
    return RobustSam(sam=sam, head=PaperHead(early_stage=1, early_channels=32, early_doublings=1))


def light(parts: Parts = ALL_PARTS) -> RobustSam:
    sam = small_sam()
    size = LightSize(early_stage=2, early_channels=64, detail_stage=1, detail_channels=32, width=32)
    # The early features of this encoder are as fine as TinyViT's: 1/8 and 1/16.
    return RobustSam(sam=sam, head=LightHead(decoder=sam.mask_decoder, size=size, parts=parts))


def adapted() -> RobustSam:
    model = light()
    return RobustSam(
        sam=model.sam, head=model.head, adapter=Adapter(model.sam.image_encoder, rank=4)
    )


def photo_batch(count: int) -> Tensor:
    return torch.randn(count, 3, 16 * GRID, 16 * GRID, generator=torch.Generator().manual_seed(3))


def prompts(count: int) -> Prompt:
    generator = torch.Generator().manual_seed(4)
    coords = torch.rand(count, 2, 2, generator=generator) * 16 * GRID
    return Prompt(coords=coords, labels=torch.tensor([[1.0, -1.0]]).expand(count, -1))


def ask_once(model: RobustSam, features: ImageFeatures, prompt: Prompt) -> RobustAnswer:
    return model.answer(prepared=model.prepare(features), prompt=prompt)
