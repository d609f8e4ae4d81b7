using System.Text;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Csv;
using CsvHelper;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>Reads a file of meetings: what its rows say, not yet whether it makes sense.</summary>
public sealed class MeetingCsvReader(IStringLocalizer<MeetingsTexts> texts)
{
    public const int MostRows = 2000;

    private const int MostColumns = 60;

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 256 * 1024,
    };

    /// <summary>
    /// The rows, with their numbers as a spreadsheet shows them; or what is wrong with the file as a whole.
    /// </summary>
    public async Task<MeetingFile> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = new MeetingFile();
        if (await ExcelWorkbook.IsAsync(content, cancellationToken))
        {
            file.Problems.Add(new MeetingProblem(null, null, texts["File.IsExcel"]));
            return file;
        }

        try
        {
            using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = CsvReader.FromText(await text.ReadToEndAsync(cancellationToken), Options);
            Read(csv, file);
        }
        catch (DecoderFallbackException)
        {
            file.Problems.Add(new MeetingProblem(null, null, texts["File.NotUtf8"]));
        }
        catch (CsvFormatException fault)
        {
            file.Problems.Add(new MeetingProblem(null, null, texts["File.Broken", fault.RecordNumber]));
        }

        return file;
    }

    private void Read(CsvReader csv, MeetingFile file)
    {
        if (!csv.Read())
        {
            file.Problems.Add(new MeetingProblem(null, null, texts["File.Empty"]));
            return;
        }

        if (ColumnsOf(FieldsOf(csv), file) is not { } columns)
        {
            return;
        }

        while (csv.Read())
        {
            var fields = FieldsOf(csv);
            if (fields.TrueForAll(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (file.Rows.Count == MostRows)
            {
                file.Problems.Add(new MeetingProblem(null, null, texts["File.TooManyRows", MostRows]));
                return;
            }

            var row = (int)csv.RowNumber;
            if (fields.Skip(columns.Count).Any(field => field.Length > 0))
            {
                file.Problems.Add(new MeetingProblem(row, null, texts["Row.Columns"]));
            }

            var input = new MeetingInput();
            foreach (var (column, field) in columns.Zip(fields))
            {
                column.Set(input, CsvCell.Restore(field));
            }

            file.Rows.Add(new MeetingRow(row, input));
        }

        if (file.Rows.Count == 0)
        {
            file.Problems.Add(new MeetingProblem(null, null, texts["File.Empty"]));
        }
    }

    private static List<string> FieldsOf(CsvReader csv) =>
        [.. Enumerable.Range(0, Math.Min(csv.FieldCount, MostColumns)).Select(csv.GetString)];

    /// <summary>The columns in the file's order, in whatever case; null where they are not those of meetings.</summary>
    private List<MeetingColumn>? ColumnsOf(List<string> header, MeetingFile file)
    {
        var names = header.ConvertAll(name => name.Trim());
        while (names.Count > 0 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        var columns = names.ConvertAll(name => MeetingCsv.Columns.FirstOrDefault(column => Same(column.Name, name)));
        for (var place = 0; place < names.Count; place++)
        {
            if (columns[place] is null)
            {
                file.Problems.Add(new MeetingProblem(
                    1, TypedText.Cut(names[place], 60), texts["File.Column.Unknown"]));
            }
            else if (columns.IndexOf(columns[place]) != place)
            {
                file.Problems.Add(new MeetingProblem(1, names[place], texts["File.Column.Twice"]));
            }
        }

        file.Problems.AddRange(
            from column in MeetingCsv.Columns
            where column.IsNeeded && !columns.Contains(column)
            select new MeetingProblem(1, column.Name, texts["File.Column.Missing"]));
        return file.Problems.Count == 0 ? columns.ConvertAll(column => column!) : null;
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
