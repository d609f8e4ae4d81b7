namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// Fields of one kind as typed, each under its key, such as <c>Names[en]</c>. One that was not posted is null.
/// </summary>
public sealed class FieldDictionary() : Dictionary<string, string?>(StringComparer.Ordinal)
{
    public new string? this[string key]
    {
        get => this.GetValueOrDefault(key);
        set => base[key] = value;
    }
}
