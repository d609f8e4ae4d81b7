namespace AssistPortal.Assist.Desk;

/// <summary>What became of saving or renaming a view.</summary>
public enum ViewOutcome
{
    Saved,

    /// <summary>The one of that name shows other orders from now on.</summary>
    Replaced,

    /// <summary>Another one has that name.</summary>
    NameTaken,

    /// <summary>There are <see cref="OrderView.MostEach"/> already.</summary>
    TooMany,

    /// <summary>It is not there, or not theirs.</summary>
    Gone,
}
