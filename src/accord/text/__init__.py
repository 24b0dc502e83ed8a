"""Text as it stands on the page: blocks, regions, headlines, date lines, language, numbers."""
