/*
 * How spa/dist is built. Two builds of the same sources must give the same
 * bytes, because dist/ is committed and `make check` compares it.
 *
 * The State's design system (DSFR) gives us its components, not its identity:
 * Vigie Logement is an independent project. So the Marianne typeface, reserved
 * to the State's own sites, is taken out of the style sheets here, and with it
 * a dozen font files that nobody needs to download.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import vue from '@vitejs/plugin-vue';

const TYPEFACE = /Marianne\s*,\s*arial\s*,\s*sans-serif/gi;

/** Drops the font files, keeps the components. @type {import('postcss').Plugin} */
const sansMarque = {
  postcssPlugin: 'sans-marque',
  AtRule: {
    'font-face': (rule) => { rule.remove(); },
  },
  Declaration(declaration) {
    if (declaration.value.search(TYPEFACE) !== -1)
      declaration.value = declaration.value.replace(TYPEFACE, 'var(--vl-police)');
    if (/Spectral\s*,/i.test(declaration.value))
      declaration.value = 'georgia, serif';
  },
};

const TEXTE = 2; // NodeTypes.TEXT of Vue's compiler

/**
 * French typography in the templates: what goes with a sign stays on its line.
 * @param {{type: number, content?: unknown}} noeud
 */
function typographie(noeud) {
  if (noeud.type === TEXTE && typeof noeud.content === 'string')
    noeud.content = noeud.content.replace(/ ([:;?!»%])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { nodeTransforms: [typographie] } } })],
  define: {
    __VUE_OPTIONS_API__: 'true', // some vue-dsfr components are written that way
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  css: { postcss: { plugins: [sansMarque] } },
  resolve: {
    alias: {
      // vue-dsfr's icons would be asked of a third party; ours are in ui/icones.css. This one knows no network.
      '@iconify/vue': '@iconify/vue/offline',
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      dsfr: fileURLToPath(new URL('./node_modules/@gouvfr/dsfr/dist', import.meta.url)),
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
    // Browsers that know dynamic imports know modulepreload well enough.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env.VIGIE_URL ?? 'http://127.0.0.1:8080' } },
});
