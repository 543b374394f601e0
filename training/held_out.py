"""Which stories the encoder has not learnt: thresholds and rules are chosen on them."""

HELD_OUT_STORIES = (
    "amarin-accession", "hall-six", "keppra-bank", "c-marble-door", "f-tarkesh-bridge", "k-night-train",
    "m-silver-widow", "q-thin-folder", "s-ninth-chair",
)  # fmt: skip
LATER_STORIES = ("r-blue-sash", "r-kessim-wall", "t-selim-strait-grain")  # of labels/, finished after the last training
UNSEEN = (*HELD_OUT_STORIES, *LATER_STORIES)
