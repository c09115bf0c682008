/** Version of the program, as in package.json; a test keeps the two equal. */
export const version = '0.1.0';

/** Day of the release, as in CHANGELOG.md: the date of a build that nothing else dates. ISO 8601. */
export const releaseDate = '2026-11-23';
