namespace AssistPortal.Assist.Desk;

/// <summary>Somebody who works at the desk, or did.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="Name">As people write it.</param>
/// <param name="IsActive">Whether they still do: may sign in, and have a role for it.</param>
public sealed record DeskPerson(Guid Id, string Name, bool IsActive);
