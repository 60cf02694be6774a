/** Evidence that a person can look up. */
export interface Reference {
  /** As people cite it: `OSSN-0049`, `CVE-2024-32498`, `nova 63aa353c67`, `CWE-532`. */
  readonly label: string
  readonly url: string
}

/** An OpenStack Security Note by its number: `ossn('0049')`. */
export function ossn(number: string): Reference {
  return { label: `OSSN-${number}`, url: `https://wiki.openstack.org/wiki/OSSN/OSSN-${number}` }
}

/** An OpenStack Security Advisory by year and number: `ossa('2014-036')`. */
export function ossa(number: string): Reference {
  return { label: `OSSA-${number}`, url: `https://security.openstack.org/ossa/OSSA-${number}.html` }
}

/** A vulnerability by year and number: `cve('2014-7230')`. */
export function cve(number: string): Reference {
  return { label: `CVE-${number}`, url: `https://www.cve.org/CVERecord?id=CVE-${number}` }
}

/** A commit of an OpenStack project: `commit('cinder', 'a14b17fc0c')`. */
export function commit(project: string, sha: string): Reference {
  return { label: `${project} ${sha}`, url: `https://opendev.org/openstack/${project}/commit/${sha}` }
}

/** A commit of Nova. */
export function novaCommit(sha: string): Reference {
  return commit('nova', sha)
}

/** A page of the OpenStack Security Guide, with what it is cited for: `securityGuide('compute/checklist', 'Check-Compute-04')`. */
export function securityGuide(page: string, label: string): Reference {
  return { label: `Security Guide ${label}`, url: `https://docs.openstack.org/security-guide/${page}.html` }
}

/** A page of OpenStack's own documentation: `openstackDocs('nova/latest/...', 'what it says')`, path without `.html`. */
export function openstackDocs(page: string, label: string): Reference {
  return { label, url: `https://docs.openstack.org/${page}.html` }
}

/** A weakness of MITRE's list by its number: `cwe(532)`. */
export function cwe(number: number): Reference {
  return { label: `CWE-${String(number)}`, url: `https://cwe.mitre.org/data/definitions/${String(number)}.html` }
}

/** A document of the IETF by its number: `rfc(8996)`. */
export function rfc(number: number): Reference {
  return { label: `RFC ${String(number)}`, url: `https://www.rfc-editor.org/rfc/rfc${String(number)}` }
}
