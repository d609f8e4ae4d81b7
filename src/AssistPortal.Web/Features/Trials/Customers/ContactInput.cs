using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>What was spoken with a customer, as typed.</summary>
public sealed class ContactInput
{
    public const string List = "list";

    public string? Note { get; set; }

    /// <summary>The same of the list, by the trial's id: its rows are parts of one form.</summary>
    public FieldDictionary Notes { get; } = [];

    /// <summary>Where it was typed, to go back there.</summary>
    public string? From { get; set; }

    internal bool IsFromList => From == List;

    /// <summary>What was typed for that trial.</summary>
    internal string? NoteOf(Guid trialId) => Note ?? Notes[$"{trialId}"];

    /// <summary>Whether something was typed for another one.</summary>
    internal bool HasOthersThan(Guid trialId) =>
        Notes.Any(note => note.Key != $"{trialId}" && !string.IsNullOrWhiteSpace(note.Value));
}
