"""The network: one encoder, and heads that read triggers, their arguments and who stands for whom."""
