"""RobustSAM on the frozen base, as a config says."""

from config import ModelConfig

from .adapter import Adapter
from .light_head import LightHead
from .paper_head import PaperHead
from .robust_sam import RobustSam
from .sam import Sam
from .tiny_vit import TinyVitSize

# Doublings from a stage of TinyViT to 256x256.
DOUBLINGS = (0, 1, 2, 2)


def build_robust(sam: Sam, config: ModelConfig) -> RobustSam:
    if config.form == "light":
        head = LightHead(decoder=sam.mask_decoder, size=config.light, parts=config.parts)
    else:
        stage = config.early_stage
        head = PaperHead(
            early_stage=stage,
            early_channels=TinyVitSize().widths[stage],
            early_doublings=DOUBLINGS[stage],
            parts=config.parts,
        )
    rank = config.adapter_rank
    adapter = Adapter(sam.image_encoder, rank=rank) if rank else None
    return RobustSam(sam=sam, head=head, adapter=adapter)
