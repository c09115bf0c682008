/**
 * Shaping by HarfBuzz (OpenType GSUB and GPOS), with results kept by look and text: words repeat.
 *
 * HarfBuzz lives in one WebAssembly memory for the whole process. A face, its font and its bytes there are freed when
 * the JavaScript objects are collected (the library registers finalizers); the one buffer is used again and again.
 */
import { Blob, Buffer, Face, Feature, Font, MetricsTag, shape } from 'harfbuzzjs';
import type { FaceMetrics, FaceName, Look, Shaped, Shaper } from '../typeset/measure.js';

/** A face as HarfBuzz holds it. Its scale is `unitsPerEm`, so that all results are in font units. */
export interface HarfBuzzFace {
  readonly font: Font;
  readonly metrics: FaceMetrics;
  covers(codePoint: number): boolean;
}

/** Results kept per look; when there are more, the cache starts again, so that memory stays bounded. */
const cacheLimit = 100_000;
/** Longer texts are shaped each time: they are no words and will not come again. */
const cachedLength = 80;

/** Takes a copy of a font file into HarfBuzz's memory. */
export function openFace(bytes: Uint8Array): HarfBuzzFace {
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const extents = font.hExtents();
  return {
    font,
    metrics: {
      unitsPerEm: face.upem,
      ascender: extents.ascender,
      descender: extents.descender,
      xHeight: font.getMetricPositionWithFallback(MetricsTag.X_HEIGHT),
      capHeight: font.getMetricPositionWithFallback(MetricsTag.CAP_HEIGHT),
    },
    covers: (codePoint) => font.nominalGlyph(codePoint) !== undefined,
  };
}

/** What a look comes to: its face, parsed features and the results so far. */
interface Case {
  readonly face: HarfBuzzFace;
  readonly features: Feature[];
  readonly lang: string | undefined;
  shaped: Map<string, Shaped>;
}

/**
 * @throws RangeError (from the methods) for a face that was not loaded, TypeError for a feature that is none: both are
 * faults of the caller, since designs are validated before
 */
export function makeShaper(faces: ReadonlyMap<FaceName, HarfBuzzFace>): Shaper {
  const byObject = new WeakMap<Look, Case>();
  const byKey = new Map<string, Case>();
  const zeros: Int32Array[] = [];
  let buffer: Buffer | undefined;

  function faceOf(name: FaceName): HarfBuzzFace {
    const face = faces.get(name);
    if (!face) throw new RangeError(`no face “${name}” was loaded`);
    return face;
  }

  function caseOf(look: Look): Case {
    let found = byObject.get(look);
    if (found) return found;
    const key = `${look.face}\n${look.features.join(',')}\n${look.lang}`;
    found = byKey.get(key);
    if (!found) {
      found = {
        face: faceOf(look.face),
        features: look.features.map(parseFeature),
        // HarfBuzz takes ASCII only; any other tag names no language that a font could know.
        lang: /^[A-Za-z0-9-]+$/.test(look.lang) ? look.lang : undefined,
        shaped: new Map(),
      };
      byKey.set(key, found);
    }
    byObject.set(look, found);
    return found;
  }

  /** An array of zeros, shared: most words have no offsets. */
  function noOffsets(length: number): Int32Array {
    return (zeros[length] ??= new Int32Array(length));
  }

  function run(text: string, { face, features, lang }: Case): Shaped {
    buffer ??= new Buffer();
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    if (lang !== undefined) buffer.setLanguage(lang);
    shape(face.font, buffer, features);
    const infos = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    const count = infos.length;
    const block = new ArrayBuffer(count * 10);
    const advances = new Int32Array(block, 0, count);
    const clusters = new Uint32Array(block, count * 4, count);
    const glyphs = new Uint16Array(block, count * 8, count);
    let xOffsets = noOffsets(count);
    let yOffsets = xOffsets;
    let width = 0;
    for (let i = 0; i < count; i++) {
      const info = infos[i];
      const position = positions[i];
      if (!info || !position) throw new Error('HarfBuzz gave fewer positions than glyphs');
      glyphs[i] = info.codepoint;
      clusters[i] = info.cluster;
      advances[i] = position.xAdvance;
      width += position.xAdvance;
      if (position.xOffset !== 0) {
        if (xOffsets === noOffsets(count)) xOffsets = new Int32Array(count);
        xOffsets[i] = position.xOffset;
      }
      if (position.yOffset !== 0) {
        if (yOffsets === noOffsets(count)) yOffsets = new Int32Array(count);
        yOffsets[i] = position.yOffset;
      }
    }
    return { text, glyphs, advances, xOffsets, yOffsets, clusters, width };
  }

  function shapeText(text: string, look: Look): Shaped {
    const found = caseOf(look);
    if (text.length > cachedLength) return run(text, found);
    let shaped = found.shaped.get(text);
    if (!shaped) {
      if (found.shaped.size >= cacheLimit) found.shaped = new Map();
      shaped = run(text, found);
      found.shaped.set(text, shaped);
    }
    return shaped;
  }

  return {
    has: (face) => faces.has(face),
    metrics: (face) => faceOf(face).metrics,
    shape: shapeText,
    missing(text, look) {
      const { face } = caseOf(look);
      const missing = new Set<number>();
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        if (missing.has(codePoint) || face.covers(codePoint)) continue;
        // Half a surrogate pair is no character; HarfBuzz would set U+FFFD for it.
        if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
          missing.add(codePoint);
          continue;
        }
        // Not in the font, yet HarfBuzz may compose it, put a space for it or hide it (default ignorables).
        if (shapeText(character, look).glyphs.includes(0)) missing.add(codePoint);
      }
      return [...missing];
    },
  };
}

/** `smcp`, `-liga`, `salt=2`: the syntax of HarfBuzz, which is that of CSS without quotes. */
function parseFeature(text: string): Feature {
  const feature = /^[\x21-\x7e]+$/.test(text) ? Feature.fromString(text) : undefined;
  if (!feature) throw new TypeError(`“${text}” is no OpenType feature`);
  return feature;
}
