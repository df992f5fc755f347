import numpy as np
import torch

from model.vit import Vit, VitSize

from .numpy_vit import embed_and_run_blocks

# 5 is no multiple of the window of 3.
SIZE = VitSize(width=16, depth=3, heads=2, global_blocks=(0, 2), window=3, grid=5)


def test_blocks_agree_with_numpy() -> None:
    torch.manual_seed(7)
    vit = Vit(size=SIZE).eval()
    for name, parameter in vit.named_parameters():
        if "rel_pos" in name or name == "pos_embed":
            torch.nn.init.normal_(parameter)
    image = torch.randn(1, 3, 80, 80)
    with torch.no_grad():
        stages = vit(image).stages
    weights = {name: tensor.double().numpy() for name, tensor in vit.state_dict().items()}
    outputs = embed_and_run_blocks(
        weights, image[0].double().numpy(), heads=SIZE.heads, windows=[0, 3, 0]
    )
    for stage, index in zip(stages, SIZE.global_blocks, strict=True):
        assert np.abs(stage[0].numpy().transpose(1, 2, 0) - outputs[index]).max() < 1e-4
