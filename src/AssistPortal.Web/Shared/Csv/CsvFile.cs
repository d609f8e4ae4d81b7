namespace AssistPortal.Web.Shared.Csv;

/// <summary>A comma-separated file that is still to be read.</summary>
/// <param name="Name">How it is saved.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">
/// The cells of each row; numbers of the portal's own are written as <see cref="CsvNumber"/>.
/// </param>
internal sealed record CsvFile(
    string Name, IReadOnlyList<string> Header, IAsyncEnumerable<IReadOnlyList<object?>> Rows);
