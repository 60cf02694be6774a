const tag = /^[ \t]{0,9}(SecurityImpact|UpgradeImpact|DocImpact|APIImpact)\b/gm

/** The tags that a commit's message bears, each once. */
export function tagsIn(message: string): string[] {
  return [...new Set([...message.matchAll(tag)].map(([, name = '']) => name))]
}
