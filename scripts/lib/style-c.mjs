// The style of our C, file by file: KNF as in Kore and OpenBSD (tabs of 8, 80
// columns, return type on its own line, return (x);).
//
// clang-format would break the lines and the columns of names differently
// from what a person finds readable (it cannot align with tabs), so both are
// left to the writer; it judges the space between tokens, everything else is
// checked below. Generated files are not looked at.
//
//   node scripts/lib/style-c.mjs FILE...     prints what is wrong; exit 1
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const COLUMNS = 80;
const FUNCTION_LINES = 60;
const files = process.argv.slice(2);
const faults = [];

/** One space for any blank, none where a line may be broken without one. */
function tokens(text) {
  return text.replace(/\\\n/g, '\n').replace(/\s+/g, ' ').replace(/([([]) /g, '$1').replace(/ ([)\];])/g, '$1')
    .replace(/ ?(->|\.(?=[a-z])) ?/g, '$1').replace(/const \[/g, 'const[').replace(/\} \* /g, '} *');
}

function formatted(list) {
  return execFileSync('clang-format', ['--style=file', ...list], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Where the spacing of a file is not clang-format's: the first place. */
function spacing(file) {
  const ours = tokens(readFileSync(file, 'utf8'));
  const theirs = tokens(formatted([file]));
  if (ours === theirs) return;
  let i = 0;
  while (ours[i] === theirs[i]) i++;
  faults.push(`${file}: spacing near « ${ours.slice(i - 30, i + 20)} », clang-format has « ${theirs.slice(i - 10, i + 20)} »`);
}

function width(line) {
  let n = 0;
  for (const c of line) n = c === '\t' ? n + 8 - (n % 8) : n + 1;
  return n;
}

/** Code without what is in quotes and comments, same lines. */
function bare(text) {
  return text.replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|\/\*[\s\S]*?\*\//g,
    (found) => (found.startsWith('/*') ? found.replace(/[^\n]/g, ' ') : `"${' '.repeat(Math.max(found.length - 2, 0))}"`));
}

const RULES = [
  [/\/\//, 'comments are /* */'],
  [/^\t* +\t/, 'a space before a tab'],
  [/^\t* {8,}\S/, 'indent with tabs; a continued line with four spaces'],
  [/\btypedef struct\b/, 'struct x is not renamed'],
  [/\breturn [^(;]/, 'return (x);'],
  [/\b(if|for|while|switch)\(/, 'a space after the keyword'],
  [/\bsizeof (?!\()/, 'sizeof(x)'],
  [/^\t+\S.*\)\s*\n\t*\{/, 'the brace is on the line of its if, for, while, switch'],
  [/\belse\s*$/m, null],
  [/^(?!#|\/|static const|extern)[a-z][\w *]*[ *]\w+\([^;=]*\)\s*\{/, 'the brace of a function is on its own line'],
  [/\}\s*\n\t*else\b/, '} else'],
];

function lines(file, text, code) {
  text.split('\n').forEach((line, i) => {
    if (width(line) > COLUMNS) faults.push(`${file}:${i + 1}: ${width(line)} columns`);
    if (/[ \t]$/.test(line)) faults.push(`${file}:${i + 1}: blanks at the end`);
  });
  code.split('\n').forEach((line, i, all) => {
    for (const [rule, why] of RULES) {
      if (why && rule.test(/\\n/.test(rule.source) ? `${line}\n${all[i + 1] ?? ''}` : line)) {
        faults.push(`${file}:${i + 1}: ${why}`);
      }
    }
  });
}

/** Bodies at column 0: the name before them starts its line; not too long. */
function functions(file, code) {
  const all = code.split('\n');
  all.forEach((line, i) => {
    if (line !== '{') return;
    let head = i - 1;
    while (head > 0 && /^[ \t]/.test(all[head])) head--;
    if (/^(struct|enum|union|static const|const)\b[^(]*$/.test(all[head])) return;
    if (!/^\w+\(/.test(all[head])) faults.push(`${file}:${head + 1}: the return type has its own line`);
    const end = all.indexOf('}', i);
    if (end - i - 1 > FUNCTION_LINES) faults.push(`${file}:${head + 1}: ${end - i - 1} lines in a function`);
  });
}

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const code = bare(text);
  lines(file, text, code);
  functions(file, code);
  if (!text.startsWith('/*')) faults.push(`${file}:1: opens with a comment that says what it is`);
  if (!text.endsWith('\n') || text.endsWith('\n\n')) faults.push(`${file}: one newline at the end`);
}
if (tokens(files.map((f) => readFileSync(f, 'utf8')).join('')) !== tokens(formatted(files))) files.forEach(spacing);

faults.forEach((f) => console.log(f));
console.log(`${files.length} files, ${faults.length} faults of style`);
process.exitCode = faults.length > 0 ? 1 : 0;
