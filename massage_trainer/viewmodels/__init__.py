"""What the pages show, without any widget: QObjects that turn domain events into signals."""
