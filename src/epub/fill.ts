/** Puts values into the words of the interface: `{name}` becomes `values.name`. Values are not searched again. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
