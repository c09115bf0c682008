/**
 * What is made of a table (an expression of its words, a set of them) is made once for each, when it is first asked for, and kept as long as the
 * table is: tables are never changed after they are laid over one another.
 */
export function madeOnce<Table extends object, Made extends object | string>(
  make: (table: Table) => Made,
): (table: Table) => Made {
  const made = new WeakMap<Table, Made>();
  return (table) => {
    let one = made.get(table);
    if (one === undefined) made.set(table, (one = make(table)));
    return one;
  };
}
