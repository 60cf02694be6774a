import { passes, type PostureCheck } from './postureCheck'

const options = 'https://docs.openstack.org/nova/latest/configuration/config.html'

/** Types of VMDK that name another file, which the guest would then read. */
const typesWithBackingFile = ['monolithicFlat', 'twoGbMaxExtentFlat', 'vmfs', 'vmfsThin', 'vmfsSparse']

/** Images, disks and what is done for guests. */
export const guestChecks: readonly PostureCheck[] = [
  {
    id: 'force-raw-images',
    title: 'Images are made raw before guests use them',
    about: 'DEFAULT/force_raw_images',
    evidence: [`${options}#DEFAULT.force_raw_images`, 'OSSA-2024-001'],
    safer: 'force_raw_images = true',
    judge: view => (view.usesLibvirt ? passes(view.isTrue('DEFAULT/force_raw_images')) : 'not-applicable'),
  },
  {
    id: 'block-device-limit',
    title: 'A guest cannot have any number of local disks',
    about: 'DEFAULT/max_local_block_devices',
    evidence: [`${options}#DEFAULT.max_local_block_devices`],
    safer: 'max_local_block_devices = 3',
    judge: view => passes((view.number('DEFAULT/max_local_block_devices') ?? 0) >= 0),
  },
  {
    id: 'image-signatures',
    title: 'Signatures of images are checked',
    about: 'glance/verify_glance_signatures',
    evidence: [
      'https://docs.openstack.org/security-guide/instance-management/security-services-for-instances.html',
      'https://docs.openstack.org/security-guide/image-storage.html',
    ],
    safer: 'verify_glance_signatures = true',
    judge: view => passes(view.isTrue('glance/verify_glance_signatures')),
  },
  {
    id: 'image-certificate-validation',
    title: 'Certificates that sign images are checked',
    about: 'glance/enable_certificate_validation',
    evidence: [`${options}#glance.enable_certificate_validation`],
    safer: 'enable_certificate_validation = true',
    judge: view =>
      view.isTrue('glance/verify_glance_signatures')
        ? passes(view.isTrue('glance/enable_certificate_validation'))
        : 'not-applicable',
  },
  {
    id: 'deep-image-inspection',
    title: 'Images are looked into before anything opens them',
    about: 'workarounds/disable_deep_image_inspection',
    evidence: ['OSSA-2024-001', 'OSSA-2024-002'],
    safer: 'disable_deep_image_inspection = false',
    judge: view => passes(!view.isTrue('workarounds/disable_deep_image_inspection')),
  },
  {
    id: 'vmdk-types',
    title: 'No VMDK image may name a file of the host',
    about: 'compute/vmdk_allowed_types',
    evidence: ['OSSA-2023-002'],
    safer: 'vmdk_allowed_types = streamOptimized, monolithicSparse',
    judge: view => passes(!view.texts('compute/vmdk_allowed_types').some(type => typesWithBackingFile.includes(type))),
  },
  {
    id: 'ephemeral-encryption',
    title: 'Ephemeral disks on LVM are encrypted',
    about: 'ephemeral_storage_encryption/enabled',
    evidence: ['https://docs.openstack.org/security-guide/tenant-data/data-encryption.html'],
    safer: 'enabled = true',
    judge: view => {
      if (!view.usesLibvirt || view.text('libvirt/images_type') !== 'lvm') return 'not-applicable'
      return passes(view.isTrue('ephemeral_storage_encryption/enabled'))
    },
  },
  {
    id: 'inject-password',
    title: 'Passwords are not written into the disks of guests',
    about: 'libvirt/inject_password',
    evidence: [
      `${options}#libvirt.inject_password`,
      'https://docs.openstack.org/security-guide/tenant-data/data-privacy-concerns.html',
    ],
    safer: 'inject_password = false',
    judge: view => (view.usesLibvirt ? passes(!view.isTrue('libvirt/inject_password')) : 'not-applicable'),
  },
  {
    id: 'resize-same-host',
    title: 'Guests are resized onto other hosts, as tests alone need it otherwise',
    about: 'DEFAULT/allow_resize_to_same_host',
    evidence: [`${options}#DEFAULT.allow_resize_to_same_host`],
    safer: 'allow_resize_to_same_host = false',
    judge: view => passes(!view.isTrue('DEFAULT/allow_resize_to_same_host')),
  },
  {
    id: 'cross-az-attach',
    title: 'Volumes stay in their availability zone',
    about: 'cinder/cross_az_attach',
    evidence: [`${options}#cinder.cross_az_attach`],
    safer: 'cross_az_attach = false',
    judge: view => passes(!view.isTrue('cinder/cross_az_attach')),
  },
]
