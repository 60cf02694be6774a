/** How large a value may grow while a module is being followed. What would be larger is unknown. */

/** The length of a string, or the number of items in a list: more than any option has. */
export const longest = 200_000

/**
 * The length of a text that becomes a fact, in UTF-16 units: several times the longest help that is known. Rules look through
 * every text of an option many times; what is longer is unknown to them.
 */
export const longestText = 20_000

/** All that one value holds, each item counting one and each string its length divided by 64. */
export const heaviest = 100_000

/** How deep lists, tuples and dicts may lie within each other. */
export const deepestValue = 20
