/** The inbox as a page: what was counted, who waits for a call, what was said last. Rendered here, no script in it. */

import { html } from './markup.js';

const VERDICTS = { 'fell-short': 'Fell short', met: 'Met', exceeded: 'Exceeded' };
const CHANNELS = { phone: 'Call', sms: 'Text', whatsapp: 'WhatsApp', email: 'E-mail' };

/** The server's own zone would mislead whoever reads from another. */
const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/**
 * @param {object} counted what the store gives: `verdicts`, `ratings`, `callbacks` and `latest`
 * @returns {string}
 */
export function inboxPage({ verdicts, ratings, callbacks, latest }) {
  const open = callbacks.filter((callback) => !callback.cancelled).length;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Inbox</title>
        <link rel="stylesheet" href="/inbox.css" />
      </head>
      <body>
        <header>
          <h1>Inbox</h1>
          <nav aria-label="Downloads">
            <a href="/inbox.csv">Spreadsheet (CSV)</a>
            <a href="/responses">Everything as JSON</a>
          </nav>
        </header>
        <main>
          ${section('Expectations', verdicts.length && verdictShares(verdicts))}
          ${section('Ratings', ratings.length && ratingTable(ratings))}
          ${section(
            `Callbacks, ${open} open`,
            callbacks.length &&
              html`<ul>
                ${callbacks.map(callbackItem)}
              </ul>`,
          )}
          ${section(
            'Latest answers',
            latest.length &&
              html`<ul>
                ${latest.map(answerItem)}
              </ul>`,
          )}
        </main>
      </body>
    </html>`;
  return page.toString();
}

function section(heading, content) {
  return html`<section>
    <h2>${heading}</h2>
    ${content || html`<p class="quiet">Nothing has arrived yet.</p>`}
  </section>`;
}

function verdictShares(verdicts) {
  const counts = Object.keys(VERDICTS).map((verdict) => verdicts.find((row) => row.verdict === verdict)?.count ?? 0);
  const share = (count) => (100 * count) / counts.reduce((sum, each) => sum + each);
  const starts = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + share(count), 0));
  return html`<svg class="shares" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      ${counts.map(
        (count, at) => html`<rect class="verdict-${at}" x="${starts[at]}" width="${share(count)}" height="10" />`,
      )}
    </svg>
    <dl>
      ${Object.values(VERDICTS).map(
        (words, at) =>
          html`<div class="verdict-${at}">
            <dt>${words}</dt>
            <dd><strong>${counts[at]}</strong> ${Math.round(share(counts[at]))}%</dd>
          </div>`,
      )}
    </dl>`;
}

function ratingTable(ratings) {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Touchpoint</th>
        <th scope="col">Answers</th>
        <th scope="col">Mean</th>
        <th scope="col">Worst to best</th>
      </tr>
    </thead>
    <tbody>
      ${ratings.map(
        (rating) =>
          html`<tr>
            <th scope="row"><bdi>${rating.touchpoint || 'Elsewhere'}</bdi> <small>${rating.format}</small></th>
            <td>${rating.count}</td>
            <td>${rating.mean.toFixed(1)} <small>of ${scoresOf(rating).at(-1)}</small></td>
            <td>${columns(rating)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function scoresOf({ scale }) {
  const first = scale === 11 ? 0 : 1;
  return Array.from({ length: scale }, (_, at) => first + at);
}

/** How often each score was given, as columns, with the numbers for who can't see them. */
function columns(rating) {
  const counts = scoresOf(rating).map((score) => rating.perScore[score] ?? 0);
  const unit = 20 / Math.max(...counts);
  return html`<svg class="columns" viewBox="0 0 ${counts.length * 10} 22" role="img" aria-label="${counts.join(', ')}">
    ${counts.map(
      (count, at) =>
        html`<rect x="${at * 10}" y="${20 - count * unit}" width="8" height="${count * unit + 2}" rx="1" />`,
    )}
  </svg>`;
}

function callbackItem({ response, receivedAt, cancelled }) {
  const { answer, touchpoint } = response;
  return html`<li class="${cancelled && 'cancelled'}">
    <p>
      <strong>${CHANNELS[answer.channel]}</strong> ${contact(answer)} ${answer.name && html`<bdi>${answer.name}</bdi>`}
      <code>${answer.reference}</code> ${cancelled && html`<em>Cancelled</em>`}
    </p>
    ${answer.note && quote(answer.note)} ${facts(receivedAt, wanted(answer.slot), answer.topic, touchpoint)}
  </li>`;
}

function contact({ channel, phone, phoneRaw, email }) {
  if (channel === 'email') return html`<a href="mailto:${encodeURIComponent(email)}">${email}</a>`;
  return phone ? html`<a href="tel:${phone}">${phone}</a>` : html`<bdi>${phoneRaw}</bdi>`;
}

function wanted(slot) {
  return slot === 'asap' ? 'as soon as possible' : `${clock.format(new Date(slot.start))} UTC`;
}

function answerItem({ response, receivedAt }) {
  const { answer, complete, kind, locale, touchpoint } = response;
  const rating = kind === 'rating';
  const promised = answer.promise && `promised: ${answer.promise}`;
  const details = [...(answer.reasons ?? []), ...(answer.missed ?? [])];
  return html`<li>
    <p>
      <strong>${rating ? `${answer.score} of ${scoresOf(answer).at(-1)}` : VERDICTS[answer.verdict]}</strong>
      ${details.map((detail) => html`<span class="chip">${detail}</span> `)}
    </p>
    ${answer.comment && quote(answer.comment)}
    ${facts(receivedAt, touchpoint, promised, locale, !complete && 'left without Send')}
  </li>`;
}

function quote(words) {
  return html`<blockquote dir="auto">${words}</blockquote>`;
}

function facts(receivedAt, ...others) {
  return html`<p class="quiet">
    <time datetime="${receivedAt.toISOString()}">${clock.format(receivedAt)} UTC</time>
    ${others.filter(Boolean).map((fact) => html` · <bdi>${fact}</bdi>`)}
  </p>`;
}
