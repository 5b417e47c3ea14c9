"""The scenes of the window, one file a scene and parts beside it. They lay out, nothing else."""
