"""The statement tagger: data, network, training, calibration, export, evaluation."""
