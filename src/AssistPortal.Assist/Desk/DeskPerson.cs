namespace AssistPortal.Assist.Desk;

/// <summary>Somebody who works at the desk.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="Name">As people write it.</param>
/// <param name="IsActive">Whether they may sign in.</param>
public sealed record DeskPerson(Guid Id, string Name, bool IsActive);
