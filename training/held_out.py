"""Which stories are kept apart from learning: thresholds and rules are chosen on them."""

HELD_OUT_STORIES = (
    "amarin-accession", "hall-six", "keppra-bank", "c-marble-door", "f-tarkesh-bridge", "k-night-train",
    "m-silver-widow", "q-thin-folder", "s-ninth-chair",
)  # fmt: skip
# of labels/, written after the encoder's last training; of those that begin with u to z the other half, which it has
# not learnt either, is there for the signs beside it to learn from
LATER_STORIES = (
    "r-blue-sash", "r-kessim-wall", "t-selim-strait-grain", "u-eighth-vote", "u-rimbaya-shoal", "v-breakfast-judge",
    "v-cold-store-letter", "v-two-ballots", "w-chowder-lunch-senator", "x-brass-key", "x-dark-boxes",
    "y-green-triptych", "y-lost-rudder", "y-second-sample", "z-frozen-sidertrust", "z-saturday-gas-call",
    "m3-capped-winter", "n3-four-chairs", "o2-open-till", "p2-second-urn", "q2-salt-mill",
)  # fmt: skip
UNSEEN = (*HELD_OUT_STORIES, *LATER_STORIES)
# whose pairs of statements the encoder of the trace and its teachers have not learnt
UNPAIRED_STORIES = (
    "amarin-accession", "gable-house-reshuffle", "riohondo-fever", "g-quay-exchange", "i-silver-heron",
    "k-night-train", "m-coal-word-summit", "n-serrin-lease", "p-santa-rosaria", "r-kessim-wall",
    "t-cape-lorne-appeal", "u-rimbaya-shoal", "v-two-ballots", "w-chowder-lunch-senator", "x-brass-key",
    "y-second-sample", "z-frozen-sidertrust", "p2-quarry-reel", "q2-landing-slot", "q2-sea-bass-lunch",
)  # fmt: skip
