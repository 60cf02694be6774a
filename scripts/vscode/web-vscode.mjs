#!/usr/bin/env node
/** An executable that can stand for VS Code's where that one cannot be downloaded: see webWindow.ts. */
import { tsImport } from 'tsx/esm/api'

const { runTestsInWebWindow } = await tsImport('./webWindow.ts', import.meta.url)
process.exit(await runTestsInWebWindow(process.argv.slice(2)))
