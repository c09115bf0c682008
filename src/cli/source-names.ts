/** What the name of a file says: source, sidecar, file of the project, format that is not read. */

/** Extensions that are read, lower-case. */
export const read = new Set(['.txt']);

/** Formats of documents that are not read yet; other files in a folder are no business of ours. */
export const unread = new Set([
  ...['.html', '.htm', '.xhtml', '.md', '.markdown', '.docx', '.doc', '.odt', '.rtf', '.xml', '.tei', '.pdf'],
  ...['.text', '.epub'],
]);

/** Files of a project that are no sources and that nobody needs to be told about. */
export const companions = /^(edition\.ya?ml|readme(\..*)?|sha256sums)$/i;
export const registers = /^(people|places)\.ya?ml$/i;

/** Folder of an absolute path. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function siblingOf(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name;
}

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(0, dot);
}

/** `page.yaml` for `page.txt`; none for a source that is called as a file of the project is. */
export function sidecarName(name: string): string | undefined {
  const sidecar = `${stemOf(name)}.yaml`;
  return companions.test(sidecar) || registers.test(sidecar) ? undefined : sidecar;
}

/** Why a file that was named is not read, and what to do where saving it in another format would be wrong. */
export function refusal(name: string): { reason: string; hint?: string } {
  if (companions.test(name) || registers.test(name)) {
    return {
      reason: `${name} is a file of the project, no source`,
      hint: 'Name the sources, or the folder they are in.',
    };
  }
  const extension = extensionOf(name);
  if (extension === '.yaml' || extension === '.yml') {
    return {
      reason: `${name} is a sidecar; name its source`,
      hint: `Name \`${stemOf(name)}.txt\`: the sidecar beside it is read with it.`,
    };
  }
  return {
    reason:
      extension === ''
        ? `${name} has no extension; sources end in .txt`
        : `${extension} is no format of sources yet`,
  };
}
