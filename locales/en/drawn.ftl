# Pictures of the pages of documents

# The watermark itself is in Kazakh and Russian only.
watermark-line = Only for the permanent residence permit, № { $number }, { $day }
denied-file_not_drawn = This page could not be shown: the file is damaged or too complicated. Another file of the document is needed.
