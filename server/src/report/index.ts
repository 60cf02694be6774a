/**
 * The door of this room: a review to hand over, made of plain findings and facts. It is bundled once, for the editor's server
 * and the command line.
 */
export { importsOf, reportInput } from './gather'
export type { Gathered, Imports } from './gather'
export type { OptionState, ReportDeployment, ReportFinding, ReportReviews } from './input'
export { optionStateOf } from './optionState'
export { reportOf } from './report'
export { reportHtml } from './reportHtml'
export { reportJson } from './reportJson'
export { reportMarkdown } from './reportMarkdown'
export { sarifLog } from './sarif'
export type { SarifResult, SarifRule } from './sarif'
export { zuulReturn } from './zuul'
export type { FileComment } from './zuul'
