/**
 * How much of settings is read, in UTF-16 units as the host gives them. They come with a repository that may be anybody's,
 * and what people write is far smaller.
 */

/** `config.json`, or a file of policies. */
export const largestSettings = 1024 * 1024

/** A baseline: it grows with the findings. */
export const largestBaseline = 4 * 1024 * 1024

/** What people said of options: it grows with them, and with the reviewers. */
export const largestReviews = 8 * 1024 * 1024

/** What a host reads of a settings file at most, in bytes: what is larger is larger than any of the above. */
export const mostBytes = 16 * 1024 * 1024

/** Deeper JSON is not looked into: no settings need a tenth of it. */
export const deepestJson = 100

/** How many mistakes of one file are told; of the others only how many there are. */
export const mostProblems = 100
