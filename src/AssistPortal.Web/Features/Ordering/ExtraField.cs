using System.Linq.Expressions;
using System.Reflection;
using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The field in which step 3 asks for the hours of an extra.</summary>
public sealed class ExtraField
{
    /// <summary>One for each extra.</summary>
    public static readonly IReadOnlyList<ExtraField> All =
    [
        new(ExtraKind.Consultation, input => input.ConsultationHours),
        new(ExtraKind.Rehearsal, input => input.RehearsalHours),
        new(ExtraKind.RecordingEditing, input => input.RecordingEditingHours),
        new(ExtraKind.RegistrationManagement, input => input.RegistrationManagementHours),
    ];

    private readonly PropertyInfo property;

    private ExtraField(ExtraKind kind, Expression<Func<EventInformationInput, string?>> field)
    {
        (Kind, Field) = (kind, field);
        property = (PropertyInfo)((MemberExpression)field.Body).Member;
    }

    public ExtraKind Kind { get; }

    public Expression<Func<EventInformationInput, string?>> Field { get; }

    /// <summary>The field's name: a public contract.</summary>
    public string Name => property.Name;

    public static ExtraField Of(ExtraKind kind) => All.Single(field => field.Kind == kind);

    /// <summary>The hours as typed.</summary>
    public string? In(EventInformationInput input) => (string?)property.GetValue(input);

    public void Fill(EventInformationInput input, string? hours) => property.SetValue(input, hours);
}
