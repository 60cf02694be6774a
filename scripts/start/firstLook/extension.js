const { commands } = require('vscode')

/** Shows the Options view and leaves the cursor where the person will want it: in the code. */
exports.activate = async () => {
  await commands.executeCommand('novaConfigReview.options.focus')
  await commands.executeCommand('workbench.action.focusActiveEditorGroup')
}
