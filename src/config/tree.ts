/** Steps into values that came from a file and were validated. */
import type { PathInYaml } from './yaml.js';

/** The value at a path; undefined where there is none. */
export function childAt(value: unknown, path: PathInYaml): unknown {
  let child = value;
  for (const step of path) {
    child = typeof child === 'object' && child !== null ? Reflect.get(child, step) : undefined;
  }
  return child;
}

/** The text at a path, without spaces at its ends; undefined where there is none. */
export function textAt(value: unknown, path: PathInYaml): string | undefined {
  const child = childAt(value, path);
  return typeof child === 'string' ? child.trim() : undefined;
}

/** The texts at a path: a list, or one text as a list of one. */
export function textsAt(value: unknown, path: PathInYaml): string[] | undefined {
  const child = childAt(value, path);
  if (typeof child === 'string') return [child.trim()];
  if (!Array.isArray(child)) return undefined;
  return child.filter((item) => typeof item === 'string').map((item) => item.trim());
}
