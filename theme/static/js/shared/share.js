/**
 * Keeps and shares one opportunity: works the buttons of [data-keep], the slug of the page.
 */
import { toggle } from "./shortlist.js";

for (const tools of document.querySelectorAll("[data-keep]")) offer(tools);

function offer(tools) {
  const [save, share] = tools.querySelectorAll("button");
  toggle(save, tools.dataset.keep);
  share.onclick = () => hand(location.href.split("#")[0], tools.lastElementChild);
  tools.classList.add("app-tools--ready");
}

/** Hands an address to the device's own sharing, or copies it. */
export async function hand(url, said) {
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    await navigator.clipboard.writeText(url);
    said.textContent = "The link is copied. You can paste it into a message.";
  } catch ({ name }) {
    if (name !== "AbortError") said.textContent = `Copy this link: ${url}`;
  }
}
