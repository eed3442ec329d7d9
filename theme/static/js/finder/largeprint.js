/**
 * Leaves in the large-print list what the address asks for. Without this file the whole list
 * stands.
 *
 * #large holds the items in the order of the rows, from row `data-first` on; a long list has more
 * pages, each with as many rows as this one.
 */
import { ended, find } from "./filter.js";
import { statusAt } from "../shared/fresh.js";
import { chosenIn, listData } from "./listdata.js";

const MOST = 200;

const holder = document.querySelector("#large");
const asked = new URLSearchParams(location.search);
if (`${asked}`) narrow(listData(holder));

async function narrow(list) {
  const [data, hits] = await Promise.all([list.load(), list.hits(asked.get("words") ?? "")]);
  const choice = { chosen: chosenIn(asked, data), hits, sort: asked.get("sort") };
  const { fits } = find(data, choice, ended(data, statusAt));
  const shown = fits.slice(0, MOST);
  const step = Number(holder.dataset.step);
  const pages = new Map([[Number(holder.dataset.first) / step, holder.children]]);
  const others = new Set(shown.map((row) => Math.floor(row / step)));
  await Promise.all(
    [...others]
      .filter((page) => !pages.has(page))
      .map(async (page) => {
        const answer = await fetch(
          page ? `${holder.dataset.pages}page/${page + 1}/` : holder.dataset.pages,
        );
        const read = new DOMParser().parseFromString(await answer.text(), "text/html");
        pages.set(page, read.querySelector("#large").children);
      }),
  );
  const every = new Map([...pages].map(([page, items]) => [page, [...items]]));
  holder.replaceChildren(...shown.map((row) => every.get(Math.floor(row / step))[row % step]));
  const count = document.querySelector("#large-count");
  delete count.dataset.count;
  count.textContent =
    fits.length > MOST
      ? `The first ${MOST} of ${fits.length}`
      : `${fits.length} of ${data.closes.length}`;
}
