// The contract as one readable page, without script or outside resource:
// operations by subject, what they take and answer, and the catalogue of
// errors that "type" points to (/api/v1/documentation#code).

const escape = (s) => String(s ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const STYLE = `body{font:1rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#161616;background:#fff}
h1,h2,h3{line-height:1.25}h2{margin-top:3rem;border-bottom:1px solid #ddd}code{background:#f0f0f6;padding:.1em .3em;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem;border-bottom:1px solid #ddd;vertical-align:top}
details{margin:.5rem 0;padding:.5rem;border:1px solid #ddd}summary{cursor:pointer}b.m{display:inline-block;min-width:4.5rem}
@media(max-width:40rem){table,tbody,tr,td,th{display:block;border:0}tr{border-bottom:1px solid #ddd}}`;

function resolver(doc) {
  return function deref(node) {
    if (!node?.$ref) return node;
    return deref(node.$ref.replace('#/', '').split('/').reduce((at, key) => at[key], doc));
  };
}

function kind(node, deref) {
  const full = deref(node);
  if (!full) return '';
  if (full.oneOf) return full.oneOf.map((n) => kind(n, deref)).join(' ou ');
  if (full.enum) return full.enum.map((v) => (v === null ? 'null' : v)).join(' | ');
  const base = [].concat(full.type ?? 'tout').join(' ou ');
  const limits = [full.format, full.minLength && `au moins ${full.minLength} car.`, full.maxLength && `au plus ${full.maxLength} car.`,
    full.minimum !== undefined && `≥ ${full.minimum}`, full.maximum !== undefined && `≤ ${full.maximum}`].filter(Boolean);
  const name = node.$ref ? ` (<a href="#s-${node.$ref.split('/').pop()}">${node.$ref.split('/').pop()}</a>)` : '';
  const items = full.type === 'array' ? ` de ${kind(full.items, deref)}` : '';
  return `${escape(base)}${items}${name}${limits.length ? ` : ${escape(limits.join(', '))}` : ''}`;
}

function fields(node, deref) {
  const full = deref(node);
  if (!full?.properties) return `<p>${kind(node, deref)}</p>`;
  const rows = Object.entries(full.properties).map(([name, child]) => `<tr><td><code>${escape(name)}</code></td><td>${
    (full.required ?? []).includes(name) ? 'obligatoire' : ''}</td><td>${kind(child, deref)} ${escape(deref(child).description)}</td></tr>`);
  return `<table><thead><tr><th scope="col">Champ</th><th scope="col">Présence</th><th scope="col">Valeur</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function operation(path, method, op, deref) {
  const parameters = (op.parameters ?? []).map(deref);
  const body = deref(op.requestBody)?.content?.['application/json']?.schema;
  const answers = Object.entries(op.responses).map(([status, r]) => {
    const full = deref(r);
    return `<li>${status} : ${escape(full.description)}</li>`;
  });
  return `<details id="${op.operationId}"><summary><b class="m">${method.toUpperCase()}</b> <code>${escape(path)}</code> ${escape(op.summary)}</summary>
<p>${escape(op.description)} Accès : ${op['x-acces'].map(escape).join(', ')}.</p>
${parameters.length ? `<ul>${parameters.map((p) => `<li><code>${escape(p.name)}</code> (${p.in}) ${kind(p.schema, deref)} ${escape(p.description)}</li>`).join('')}</ul>` : ''}
${body ? `<h4>Corps</h4>${fields(body, deref)}` : ''}
<h4>Réponses</h4><ul>${answers.join('')}</ul></details>`;
}

function problems(header) {
  const flat = header.replace(/"\s*\\\n\s*"/g, '').replace(/\\\n/g, ' ');
  const rows = [...flat.matchAll(/X\([A-Z_]+,\s*"([a-z_]+)",\s*(\d+),\s*"([^"]+)",\s*"([^"]+)"\)/g)]
    .map(([, code, status, title, detail]) => `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escape(title)}. ${escape(detail)}</td></tr>`);
  return `<table><thead><tr><th scope="col">Code</th><th scope="col">Statut</th><th scope="col">Sens</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/**
 * @param {any} doc the parsed contract
 * @param {string} problemHeader the text of core/problem.h
 */
export function page(doc, problemHeader) {
  const deref = resolver(doc);
  const all = Object.entries(doc.paths).flatMap(([path, item]) => METHODS.filter((m) => item[m]).map((m) => ({ path, m, op: item[m] })));
  const groups = doc.tags.map((tag) => `<h3>${escape(tag.description)}</h3>${
    all.filter((o) => o.op.tags?.includes(tag.name)).map((o) => operation(o.path, o.m, o.op, deref)).join('\n')}`);
  const schemas = Object.entries(doc.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, node]) => `<details id="s-${name}"><summary>${name}</summary>${fields(node, deref)}</details>`);
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(doc.info.title)} : documentation de l'API</title><style>${STYLE}</style></head><body><main>
<h1>${escape(doc.info.title)} : l'API</h1><p>${escape(doc.info.summary)}</p><p>${escape(doc.info.description)}</p>
<p>Le contrat complet : <a href="openapi.yaml">openapi.yaml</a> (OpenAPI 3.1). Adresse de base : <code>/api/v1</code>.</p>
<h2 id="operations">Opérations</h2>${groups.join('\n')}
<h2 id="schemas">Schémas</h2>${schemas.join('\n')}
<h2 id="erreurs">Erreurs</h2><p>Toutes les erreurs sont en <code>application/problem+json</code> (RFC 9457).</p>${problems(problemHeader)}
</main></body></html>`;
}
