namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>An answer as typed.</summary>
public sealed class AnswerInput
{
    public string? Answer { get; set; }
}
