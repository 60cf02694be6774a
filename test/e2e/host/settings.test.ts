import { workspace } from 'vscode'
import { open, squigglesAre } from './documents'

const vaultSquiggles = ['9 secret-not-marked', '14 secret-not-marked', '19 port-without-portopt']

describe('Settings', () => {
  const change = (name: string, value: unknown) =>
    workspace.getConfiguration('novaConfigReview').update(name, value, false)

  afterEach(async () => {
    await change('rules', undefined)
    await change('minimumSeverity', undefined)
  })

  it('turn a rule off and on again without a reload', async () => {
    const { document } = await open('nova/conf/vault.py')
    await squigglesAre(document.uri, vaultSquiggles)
    await change('rules', { 'secret-not-marked': 'off' })
    await squigglesAre(document.uri, ['19 port-without-portopt'])
    await change('rules', undefined)
    await squigglesAre(document.uri, vaultSquiggles)
  })

  it('hide what is less severe', async () => {
    const { document } = await open('nova/conf/vault.py')
    await change('minimumSeverity', 'warning')
    await squigglesAre(document.uri, ['9 secret-not-marked', '14 secret-not-marked'])
  })
})
