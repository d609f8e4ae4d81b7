namespace AssistPortal.BrowserTests.Browsing;

/// <summary>A walk that only takes pictures: skipped where none are wanted.</summary>
public sealed class PicturesFactAttribute : FactAttribute
{
    public PicturesFactAttribute()
    {
        if (!Screenshots.AreTaken)
        {
            Skip = "No pictures are wanted: tools/pictures.sh takes them.";
        }
    }
}
