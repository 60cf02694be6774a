/** An option by `group/option`. */
export type OptionName = `${string}/${string}`
