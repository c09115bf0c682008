/** One table over another: lists joined, what the project says first; mappings merged key by key; all else replaced. */
export function layOver<T>(base: T, extra: unknown): T {
  if (extra === undefined) return base;
  if (Array.isArray(base) && Array.isArray(extra))
    return [...(extra as unknown[]), ...(base as unknown[])] as T;
  if (!isRecord(base) || !isRecord(extra)) return extra as T;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(extra)) merged[key] = layOver(merged[key], value);
  return merged as T;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
