/**
 * The engine's façade, the only file of it that others import: Python text in, plain data out. It does no I/O, has no
 * clock and no global state, and returns on any text whatever.
 */
export { LineIndex, comparePositions, encloses, touches } from './text'
export type { Edit, Position, Range } from './text'
export { absent, isKnown, itemsOf, knownValue, numberOf } from './python/value'
export type { PyValue, Value } from './python/value'
export { renderPython, renderConfValue } from './python/render'
export { largestText, loadPython } from './syntax/parser'
export type { PythonParser } from './syntax/parser'
export type { CallArgument, CallLayout, Choice, GroupMembership, Option, ValueType } from './oslo/option'
export { mentionsOsloConfig } from './oslo/mentions'
export { Project } from './project/project'
export type { Comment, Module, OptGroup } from './project/module'
export type { Category, Fix, Reference, Related, Rule, Severity } from './rules/rule'
export { categories, severities } from './rules/rule'
export { rules, ruleNamed } from './rules/index'
export type { Finding, ReviewSettings } from './review/finding'
export { defaultReviewSettings } from './review/finding'
export { review } from './review/review'
export { primaryFindings } from './review/primary'
export type { PrimaryFinding } from './review/primary'
export { suppressionEdit } from './review/suppressionEdit'
