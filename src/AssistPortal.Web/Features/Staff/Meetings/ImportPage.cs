namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>The import of meetings, with what was wrong with a file.</summary>
public sealed record ImportPage(IReadOnlyList<MeetingProblem> Problems)
{
    /// <summary>More than anybody mends at a time.</summary>
    public const int MostProblems = 100;

    public ImportInput Input { get; } = new();

    /// <summary>The problems that are listed.</summary>
    public IEnumerable<MeetingProblem> Listed => Problems.Take(MostProblems);

    public int Further => Math.Max(0, Problems.Count - MostProblems);
}
