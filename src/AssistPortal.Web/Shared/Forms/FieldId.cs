namespace AssistPortal.Web.Shared.Forms;

internal static class FieldId
{
    /// <summary>A field's id: its name, without the brackets that selectors don't take.</summary>
    public static string Of(string name) =>
        name.Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
