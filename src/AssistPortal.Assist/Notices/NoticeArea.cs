namespace AssistPortal.Assist.Notices;

/// <summary>To whom notices are given: whoever is both reads two lists.</summary>
public enum NoticeArea
{
    Staff,
    Producer,
}
