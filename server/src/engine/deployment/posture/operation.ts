import { passes, type PostureCheck } from './postureCheck'

/** Secrets, logs and what runs with more rights than others. */
export const operationChecks: readonly PostureCheck[] = [
  {
    id: 'metadata-secret',
    title: 'The metadata proxy and Nova share a secret',
    about: 'neutron/metadata_proxy_shared_secret',
    evidence: ['https://docs.openstack.org/nova/latest/admin/metadata-service.html'],
    judge: view =>
      view.isTrue('neutron/service_metadata_proxy')
        ? passes(view.text('neutron/metadata_proxy_shared_secret') !== '')
        : 'not-applicable',
  },
  {
    id: 'debug-off',
    title: 'Logs do not hold what debugging writes',
    about: 'DEFAULT/debug',
    evidence: ['OSSN-0049', 'https://docs.openstack.org/security-guide/monitoring-logging.html'],
    safer: 'debug = false',
    judge: view => passes(!view.isTrue('DEFAULT/debug')),
  },
  {
    id: 'rootwrap',
    title: 'Commands with the rights of root go through rootwrap',
    about: 'workarounds/disable_rootwrap',
    evidence: [
      'https://docs.openstack.org/nova/latest/configuration/config.html#workarounds.disable_rootwrap',
      'OSSN-0026',
    ],
    safer: 'disable_rootwrap = false',
    judge: view => passes(!view.isTrue('workarounds/disable_rootwrap')),
  },
  {
    id: 'fixed-key',
    title: 'Keys come from a key manager, not from the configuration',
    about: 'key_manager/fixed_key',
    evidence: [
      'Check-Block-09',
      'https://docs.openstack.org/security-guide/block-storage/checklist.html',
      'https://docs.openstack.org/security-guide/secrets-management.html',
    ],
    safer: 'backend = barbican',
    judge: view => {
      const isFixed = view.text('key_manager/fixed_key') !== ''
      return passes(!isFixed && !view.text('key_manager/backend').endsWith('ConfKeyManager'))
    },
  },
  {
    id: 'profiler-key',
    title: 'Nobody outside knows the key of the profiler',
    about: 'profiler/hmac_keys',
    evidence: ['https://docs.openstack.org/osprofiler/latest/'],
    judge: view => {
      if (!view.isTrue('profiler/enabled')) return 'not-applicable'
      return passes(!view.text('profiler/hmac_keys').split(',').includes('SECRET_KEY'))
    },
  },
  {
    id: 'secrets-file-mode',
    title: 'Files with secrets can be read by their owner and group alone',
    about: undefined,
    evidence: ['Check-Compute-02', 'https://docs.openstack.org/security-guide/compute/checklist.html#check-compute-02'],
    judge: view => {
      const secret = view.filesWithSecrets()
      const modes = view.files.filter(({ file }) => secret.has(file)).map(({ mode }) => mode)
      if (modes.length === 0) return 'not-applicable'
      if (modes.some(mode => mode !== undefined && (mode & 0o777 & ~0o640) !== 0)) return 'fail'
      return modes.includes(undefined) ? 'unknown' : 'pass'
    },
  },
]
