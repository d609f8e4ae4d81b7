using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Data;

/// <summary>
/// Columns of what people type. Databases count UTF-16 units (SQL Server) or code points (PostgreSQL), people what they
/// see: a column has room for four units of each character. Codes, addresses, links, phone numbers and whatever else is
/// proven to be ASCII keep <c>HasMaxLength</c>: there a character is one unit.
/// </summary>
public static class TypedTextColumn
{
    /// <summary>The property's annotation with how many characters may be typed.</summary>
    public const string Annotation = "TypedText";

    /// <summary>Holds what people type, in up to that many characters as they see them.</summary>
    public static void HasTypedText<TText>(this PropertyBuilder<TText> property, int characters) =>
        property.HasMaxLength(TypedText.Units(characters)).HasAnnotation(Annotation, characters);

    /// <inheritdoc cref="HasTypedText{TText}(PropertyBuilder{TText}, int)" />
    public static void HasTypedText<TText>(this ComplexTypePropertyBuilder<TText> property, int characters) =>
        property.HasMaxLength(TypedText.Units(characters)).HasAnnotation(Annotation, characters);
}
