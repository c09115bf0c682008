import { loadFaces, type Faces, type FaceSource } from '../../src/fonts/faces.js';
import { nodeHost } from '../../src/host/node.js';

const family = '@expo-google-fonts/eb-garamond';

/** EB Garamond as the design `reading` names it. */
export const garamond: Record<'roman' | 'italic' | 'bold', FaceSource> = {
  roman: { package: family, file: '400Regular/EBGaramond_400Regular.ttf' },
  italic: { package: family, file: '400Regular_Italic/EBGaramond_400Regular_Italic.ttf' },
  bold: { package: family, file: '600SemiBold/EBGaramond_600SemiBold.ttf' },
};

export function loadGaramond(): Promise<Faces> {
  return loadFaces(garamond, nodeHost());
}
