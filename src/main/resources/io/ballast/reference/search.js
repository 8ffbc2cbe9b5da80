"use strict";

const input = document.getElementById("search");
const found = document.getElementById("found");
let chosen = 0;

/** The functions that hold every word, those whose name begins with the first ones first. */
function search(text) {
  const words = text.toLowerCase().split(/[\s_-]+/).filter(Boolean);
  return functions
    .map(([name, description, category], order) => {
      const plain = name.toLowerCase().replaceAll("_", " ");
      const all = `${plain} ${description} ${category}`.toLowerCase().replaceAll("-", " ");
      if (!words.every((word) => all.includes(word))) return null;
      const query = words.join(" ");
      const rank = plain === query ? 0 : plain.startsWith(query) ? 1 : plain.includes(query) ? 2 : 3;
      return { name, description, rank, order };
    })
    .filter(Boolean)
    .sort((a, b) => a.rank - b.rank || a.order - b.order);
}

function show() {
  const text = input.value.trim();
  const hits = text ? search(text) : [];
  found.hidden = !text;
  found.replaceChildren(...hits.slice(0, 12).map((hit) => {
    const link = document.createElement("a");
    link.href = `${hit.name}.html`;
    const name = document.createElement("code");
    name.textContent = hit.name;
    link.append(name, ` ${hit.description}`);
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  if (text && !hits.length) {
    const item = document.createElement("li");
    item.className = "none";
    item.textContent = `No function is about “${text}”.`;
    found.append(item);
  } else if (hits.length > 12) {
    const item = document.createElement("li");
    item.className = "none";
    item.textContent = `${hits.length - 12} more`;
    found.append(item);
  }
  choose(0);
}

function choose(index) {
  const links = found.querySelectorAll("a");
  chosen = Math.max(0, Math.min(index, links.length - 1));
  links.forEach((link, i) => link.classList.toggle("chosen", i === chosen));
}

input.addEventListener("input", show);
input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    event.preventDefault();
  } else if (event.key === "Enter") {
    found.querySelectorAll("a")[chosen]?.click();
  } else if (event.key === "Escape") {
    input.value = "";
    show();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== input) {
    input.focus();
    event.preventDefault();
  }
});

const query = new URLSearchParams(location.search).get("q");
if (query) {
  input.value = query;
}
show();
